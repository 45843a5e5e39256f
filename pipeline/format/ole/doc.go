// Package ole reads compound files: the little file systems in which Word 97,
// Excel 97 and Outlook keep their streams.
//
// It works on the bytes in memory, copies only streams that are scattered, and
// gives what is there of a file that was cut short. Chains that run in circles
// end where they began.
package ole
