"""The screen of today: a new disclosure, the drafts to finish, what waits for a signature."""
