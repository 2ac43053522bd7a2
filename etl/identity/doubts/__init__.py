"""What a careful reader would question when several documents are read together: few rules, each of them sure."""
