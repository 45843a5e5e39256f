package sheet

// builtin are the formats that files name by number only, in both the old and
// the new Excel. The ones that depend on the place are those of Vietnam.
var builtin = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
	5: "#,##0", 6: "#,##0", 7: "#,##0.00", 8: "#,##0.00",
	9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
	14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
	18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm",
	27: "dd/mm/yyyy", 28: "dd/mm/yyyy", 29: "dd/mm/yyyy", 30: "dd/mm/yyyy", 31: "dd/mm/yyyy",
	32: "h:mm:ss", 33: "h:mm:ss", 34: "dd/mm/yyyy", 35: "dd/mm/yyyy", 36: "dd/mm/yyyy",
	37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)",
	41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00",
	45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
	50: "dd/mm/yyyy", 51: "dd/mm/yyyy", 52: "dd/mm/yyyy", 53: "dd/mm/yyyy", 54: "dd/mm/yyyy",
	55: "dd/mm/yyyy", 56: "dd/mm/yyyy", 57: "dd/mm/yyyy", 58: "dd/mm/yyyy",
}

// Builtin returns the code of a format that is named by number, "" for General
// and for numbers that mean nothing.
func Builtin(id int) string { return builtin[id] }
