"""All drafts."""
