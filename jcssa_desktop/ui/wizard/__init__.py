"""The walk through a sale: customer, lines, eight items, intents, signature, handover."""
