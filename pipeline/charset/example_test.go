package charset_test

import (
	"fmt"

	"github.com/tongket/tongket/pipeline/charset"
)

func Example() {
	// A run in an old font: its letters look like those of Western Europe.
	e, _ := charset.FromFont(".VnTimeH")
	fmt.Println(e, e.Convert("tØnh ñy"))
	// The same without a font: syllables tell.
	e, ok := charset.Detect("Ban Th\u00adêng vô TØnh ñy b¸o c¸o kÕt qu¶ ®¹i héi")
	fmt.Println(e, ok, e.Convert("®¹i héi"))
	// Right text is left alone.
	_, ok = charset.Detect("Đại hội đã thành công; café 25 °C")
	fmt.Println(ok)
	// Output:
	// TCVN3 H TỈNH ỦY
	// TCVN3 true đại hội
	// false
}
