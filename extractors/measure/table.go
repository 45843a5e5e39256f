package measure

func (r *reader) table(block int) {}
