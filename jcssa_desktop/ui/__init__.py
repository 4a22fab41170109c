"""Everything Qt: one folder a screen."""
