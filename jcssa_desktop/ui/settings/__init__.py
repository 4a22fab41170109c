"""Company profile, service plans and the look of the window."""
