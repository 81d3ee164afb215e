"""The supervision of a campaign: inspections required and held, and matters handed over."""
