"""Values in the words of official papers."""
