"""Who held which office when, as far as all documents show, and whom a role without a name means."""
