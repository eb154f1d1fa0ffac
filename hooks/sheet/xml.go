package sheet

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// scanner walks through XML as spreadsheets write it. It is not for any XML: it
// knows no entities but the five and numbers, and refuses documents that declare
// their own.
type scanner struct {
	from   io.Reader
	buffer []byte
	at     int // what was not looked at yet begins here
	end    bool
}

// token is one piece: an opening tag, a closing one, or text. Its bytes are good
// until the next one. A tag that closes itself is given as an opening one with
// empty set.
type token struct {
	kind       byte   // 'o', 'c' or 't'
	name       []byte // of a tag, without prefix
	attributes []byte
	text       []byte // of text, entities not yet resolved
	empty, raw bool   // raw: from CDATA, nothing to resolve
}

var errMalformed = errors.New("malformed XML")

func newScanner(from io.Reader) *scanner {
	return &scanner{from: from, buffer: make([]byte, 0, 64<<10)}
}

// next gives io.EOF at the end.
func (s *scanner) next() (token, error) {
	for {
		if err := s.need(1); err != nil {
			return token{}, err
		}
		if s.buffer[s.at] != '<' {
			return s.text()
		}
		if err := s.need(4); err != nil {
			return token{}, eofIsMalformed(err)
		}
		switch ahead := s.buffer[s.at:]; {
		case bytes.HasPrefix(ahead, []byte("<!--")):
			if _, err := s.until("-->"); err != nil {
				return token{}, err
			}
		case bytes.HasPrefix(ahead, []byte("<![C")):
			body, err := s.until("]]>")
			if err != nil || len(body) < len("<![CDATA[]]>") {
				return token{}, eofIsMalformed(err)
			}
			return token{kind: 't', text: body[len("<![CDATA[") : len(body)-3], raw: true}, nil
		case bytes.HasPrefix(ahead, []byte("<?")):
			body, err := s.until("?>")
			if err != nil || !plainEncoding(body) {
				return token{}, eofIsMalformed(err)
			}
		case bytes.HasPrefix(ahead, []byte("<!")):
			return token{}, errMalformed // a document type: entities of its own
		default:
			return s.tag()
		}
	}
}

func plainEncoding(declaration []byte) bool {
	lower := bytes.ToLower(declaration)
	return !bytes.Contains(lower, []byte("encoding=")) || bytes.Contains(lower, []byte("utf-8")) || bytes.Contains(lower, []byte("us-ascii"))
}

func (s *scanner) text() (token, error) {
	for searched := 0; ; {
		if i := bytes.IndexByte(s.buffer[s.at+searched:], '<'); i >= 0 {
			body := s.buffer[s.at : s.at+searched+i]
			s.at += searched + i
			return token{kind: 't', text: body}, nil
		}
		searched = len(s.buffer) - s.at
		if err := s.need(searched + 1); err != nil {
			return token{}, err // text behind the last tag is nothing
		}
	}
}

func (s *scanner) tag() (token, error) {
	quote := byte(0)
	for length := 1; ; {
		for ; s.at+length < len(s.buffer); length++ {
			switch mark := s.buffer[s.at+length]; {
			case quote != 0:
				if mark == quote { // a quoted value may hold >
					quote = 0
				}
			case mark == '"' || mark == '\'':
				quote = mark
			case mark == '>':
				body := s.buffer[s.at+1 : s.at+length]
				s.at += length + 1
				return readTag(body)
			}
		}
		if err := s.need(length + 1); err != nil {
			return token{}, eofIsMalformed(err)
		}
	}
}

func readTag(body []byte) (token, error) {
	t := token{kind: 'o'}
	switch {
	case len(body) == 0:
		return t, errMalformed
	case body[0] == '/':
		t.kind, body = 'c', body[1:]
	case body[len(body)-1] == '/':
		t.empty, body = true, body[:len(body)-1]
	}
	begin, end := 0, len(body)
	for i, letter := range body {
		if letter == ':' {
			begin = i + 1 // some programs write <x:row>
		} else if letter <= ' ' {
			end = i
			break
		}
	}
	t.name, t.attributes = body[begin:end], body[end:]
	return t, nil
}

// attribute finds a value by its name; the names asked for have no prefix.
func (t token) attribute(name string) []byte {
	rest := t.attributes
	for {
		i := bytes.IndexByte(rest, '=')
		if i < 0 {
			return nil
		}
		key := bytes.TrimSpace(rest[:i])
		rest = bytes.TrimLeft(rest[i+1:], " \t\r\n")
		if len(rest) == 0 {
			return nil
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return nil
		}
		if string(key) == name {
			return rest[1 : end+1]
		}
		rest = rest[end+2:]
	}
}

// until takes all up to and including a mark.
func (s *scanner) until(mark string) ([]byte, error) {
	for searched := 0; ; {
		if i := bytes.Index(s.buffer[s.at+searched:], []byte(mark)); i >= 0 {
			body := s.buffer[s.at : s.at+searched+i+len(mark)]
			s.at += searched + i + len(mark)
			return body, nil
		}
		searched = max(0, len(s.buffer)-s.at-len(mark))
		if err := s.need(len(s.buffer) - s.at + 1); err != nil {
			return nil, eofIsMalformed(err)
		}
	}
}

// need makes sure that n bytes wait to be looked at.
func (s *scanner) need(n int) error {
	for len(s.buffer)-s.at < n {
		switch {
		case s.end:
			return io.EOF
		case n > maxToken:
			return ErrTooBig
		case s.at > 0:
			s.buffer = s.buffer[:copy(s.buffer, s.buffer[s.at:])]
			s.at = 0
		case len(s.buffer) == cap(s.buffer):
			s.buffer = append(make([]byte, 0, 2*cap(s.buffer)), s.buffer...)
		}
		got, err := s.from.Read(s.buffer[len(s.buffer):cap(s.buffer)])
		s.buffer = s.buffer[:len(s.buffer)+got]
		if errors.Is(err, io.EOF) {
			s.end = true
		} else if err != nil {
			return err
		}
	}
	return nil
}

func eofIsMalformed(err error) error {
	if err == nil || errors.Is(err, io.EOF) {
		return errMalformed
	}
	return err
}

// resolve appends a text with its entities resolved.
func (t token) resolve(to []byte) []byte {
	text := t.text
	for !t.raw {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			break
		}
		to = append(to, text[:i]...)
		text = text[i:]
		end := bytes.IndexByte(text, ';')
		if end < 0 {
			break
		}
		to = appendEntity(to, string(text[1:end]))
		text = text[end+1:]
	}
	return append(to, text...)
}

func appendEntity(to []byte, name string) []byte {
	switch name {
	case "lt":
		return append(to, '<')
	case "gt":
		return append(to, '>')
	case "amp":
		return append(to, '&')
	case "quot":
		return append(to, '"')
	case "apos":
		return append(to, '\'')
	}
	digits, base := strings.TrimPrefix(name, "#"), 10
	if hex, isHex := strings.CutPrefix(digits, "x"); isHex {
		digits, base = hex, 16
	}
	if code, err := strconv.ParseUint(digits, base, 21); err == nil && strings.HasPrefix(name, "#") {
		return utf8.AppendRune(to, rune(code))
	}
	return append(append(append(to, '&'), name...), ';')
}
