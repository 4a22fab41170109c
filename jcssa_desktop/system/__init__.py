"""The machine around us: folders, resources, secrets, settings, texts, logs."""
