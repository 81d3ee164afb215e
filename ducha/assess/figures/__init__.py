"""What the figures of indicators come to: series, growths, disputes, and where each indicator stands."""
