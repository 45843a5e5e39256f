package pdf

import "github.com/tongket/tongket/pipeline/format/layout"

// matrix is a PDF transformation: x' = ax+cy+e, y' = bx+dy+f.
type matrix [6]float32

var identity = matrix{1, 0, 0, 1, 0, 0}

func (m matrix) apply(x, y float32) (float32, float32) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// after returns the transformation that does m and then n.
func (m matrix) after(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// direction is where text runs on the page, in quarter turns.
type direction uint8

const (
	rightward direction = iota
	upward
	leftward
	downward
	oblique // a watermark
)

// directionOf tells the direction of a text matrix. A tenth of a turn is
// allowed for scans that lean.
func directionOf(a, b float32) direction {
	const lean = 0.2
	switch {
	case abs(b) <= lean*abs(a) && a > 0:
		return rightward
	case abs(b) <= lean*abs(a) && a < 0:
		return leftward
	case abs(a) <= lean*abs(b) && b > 0:
		return upward
	case abs(a) <= lean*abs(b) && b < 0:
		return downward
	}
	return oblique
}

// sheet maps PDF coordinates, which begin at the lower left corner of the page
// box and run upwards, to those of layout, turned so that text of one
// direction runs to the right.
type sheet struct {
	left, top     float32
	width, height float32
	turn          direction
}

// size is the page as it is turned.
func (s sheet) size() (width, height float32) {
	if s.turn == upward || s.turn == downward {
		return s.height, s.width
	}
	return s.width, s.height
}

func (s sheet) point(x, y float32) (float32, float32) {
	x, y = x-s.left, s.top-y
	switch s.turn {
	case upward:
		return s.height - y, x
	case downward:
		return y, s.width - x
	case leftward:
		return s.width - x, s.height - y
	case rightward, oblique:
	}
	return x, y
}

// rule maps a line between two points.
func (s sheet) rule(x0, y0, x1, y1 float32) layout.Rule {
	x0, y0 = s.point(x0, y0)
	x1, y1 = s.point(x1, y1)
	return layout.Rule{X0: min(x0, x1), Y0: min(y0, y1), X1: max(x0, x1), Y1: max(y0, y1)}
}

func abs(x float32) float32 { return max(x, -x) }
