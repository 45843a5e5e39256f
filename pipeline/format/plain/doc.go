// Package plain reads text files.
//
// Each line is one part, and an empty line an empty part: where a paragraph
// ends is for pipeline/text to say, because some files break their lines at 72
// columns and others never.
package plain
