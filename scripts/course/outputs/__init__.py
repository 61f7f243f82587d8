"""What the build adds to the site, one file per thing. No output knows another."""
