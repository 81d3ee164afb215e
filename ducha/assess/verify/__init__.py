"""The sheets on which units check what a bulletin will say of them (数据核对)."""
