"""What is true about a sale and its disclosure: no I/O, no clock, no Qt, standard library only."""
