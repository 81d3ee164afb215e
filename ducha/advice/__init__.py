"""What to write instead: from a value that was refused to a sentence an official can follow."""
