"""An ``Assessment`` made readable: plain text, terminal, JSON and, through templates, Markdown."""
