"""What the office's own records may say: each thing exists and happened in an order that can be."""
