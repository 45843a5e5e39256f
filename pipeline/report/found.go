package report

// Found is what rules found in a document.
type Found struct {
	// Rows are those of all tables; under a changed profile those of Tables, and maybe
	// of others, or none where the rows that are known stand.
	Rows []Row
	// About stands for all that other rules ask of what the document is about: of one
	// document under two profiles it is the same exactly where they are told the same.
	// 0 when it was not asked.
	About int64
	// Stands says that all rows that are known of the document are what the changed
	// rules find, too.
	Stands bool
	// Tables are those whose rows may differ from what is known; all when it is nil.
	Tables []string
}
