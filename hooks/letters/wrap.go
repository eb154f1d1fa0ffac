package letters

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// fragment is part of a word in one face.
type fragment struct {
	text      string
	face      face
	underline bool
	width     float64
}

// word is what a line break does not cut. Its space stands before it; a word
// without one may begin a line but is no gap to stretch.
type word struct {
	parts []fragment
	space float64
	width float64
}

// line is what fits a width. The last line of a paragraph is not stretched.
type line struct {
	words []word
	width float64 // of words and spaces, unstretched
	last  bool
}

// wrap breaks runs into lines of at most width; the first is shorter by indent.
func wrap(runs []Run, size, width, indent float64) []line {
	var lines []line
	for i, hard := range splitWords(runs, size) {
		room := width
		if i == 0 {
			room -= indent
		}
		lines = append(lines, fill(hard, room, width)...)
	}
	return lines
}

// fill sets words greedily: the first line in room, the others in width.
func fill(words []word, room, width float64) []line {
	var lines []line
	var current line
	for len(words) > 0 {
		next := words[0]
		if len(current.words) == 0 {
			next.space = 0
		}
		switch {
		case current.width+next.space+next.width <= room+0.01:
			current.words = append(current.words, next)
			current.width += next.space + next.width
			words = words[1:]
		case len(current.words) > 0:
			lines, current, room = append(lines, current), line{}, width
		default: // a single word wider than the line
			head, tail := cutWord(next, room)
			current = line{words: []word{head}, width: head.width}
			words = slices.Concat([]word{tail}, words[1:])
		}
	}
	current.last = true
	return append(lines, current)
}

// cutWord cuts a word so that the head fits, by at least one character.
func cutWord(w word, room float64) (head, tail word) {
	for i, part := range w.parts {
		if head.width+part.width <= room {
			head.add(part)
			continue
		}
		size := 0.0
		if full := part.face.width(part.text, 1); full > 0 {
			size = part.width / full
		}
		cut, taken := 0, 0.0
		for at, r := range part.text {
			advance := part.face.width(string(r), size)
			if head.width+taken+advance > room && (at > 0 || len(head.parts) > 0) {
				break
			}
			cut, taken = at+utf8.RuneLen(r), taken+advance
		}
		before, after := part, part
		before.text, after.text = part.text[:cut], part.text[cut:]
		before.width, after.width = part.face.width(before.text, size), part.face.width(after.text, size)
		head.add(before)
		tail.add(after)
		for _, rest := range w.parts[i+1:] {
			tail.add(rest)
		}
		break
	}
	return head, tail
}

func (w *word) add(part fragment) {
	if part.text != "" {
		w.parts = append(w.parts, part)
		w.width += part.width
	}
}

// splitWords gives the words of each line between forced breaks.
func splitWords(runs []Run, size float64) [][]word {
	s := splitter{size: size}
	for _, run := range runs {
		if run.Break {
			s.endWord()
			s.lines, s.words, s.space = append(s.lines, s.words), nil, 0
			continue
		}
		s.run(run)
	}
	s.endWord()
	return append(s.lines, s.words)
}

type splitter struct {
	size  float64
	lines [][]word
	words []word
	word  word
	space float64
}

func (s *splitter) run(run Run) {
	text, f := printable(run.Text), faceOf(run)
	from := 0
	flush := func(to int) {
		if to > from {
			part := text[from:to]
			s.word.add(fragment{text: part, face: f, underline: run.Underline, width: f.width(part, s.size)})
		}
	}
	for at, r := range text {
		switch {
		case r == ' ' || r == '\n':
			flush(at)
			s.endWord()
			s.space, from = f.width(" ", s.size), at+1
		case breaksAfter(text, at, r):
			end := at + utf8.RuneLen(r)
			flush(end)
			s.endWord()
			from = end
		}
	}
	flush(len(text))
}

// breaksAfter allows a break behind a hyphen or slash between letters, so that
// numbers and dates stay whole.
func breaksAfter(text string, at int, r rune) bool {
	if r != '-' && r != '/' && r != '–' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+utf8.RuneLen(r):])
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}

func (s *splitter) endWord() {
	if len(s.word.parts) == 0 {
		return
	}
	s.word.space = s.space
	s.words = append(s.words, s.word)
	s.word, s.space = word{}, 0
}
