"""What is said of units and to them: ledgers, rankings, notices."""
