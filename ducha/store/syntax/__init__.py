"""From the text of a file to plain data, and what is wrong with a text."""
