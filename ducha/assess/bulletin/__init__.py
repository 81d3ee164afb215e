"""What a bulletin says, section by section."""
