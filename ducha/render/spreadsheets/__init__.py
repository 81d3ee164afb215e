"""Lists as CSV for spreadsheet programs; one module a command."""
