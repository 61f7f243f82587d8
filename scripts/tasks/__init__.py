"""What people ask for, one file per verb. May start processes and touch files; holds no rule about content."""
