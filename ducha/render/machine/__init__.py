"""The output contract for programs: JSON, versioned, with everything a terminal shows; one module a command."""
