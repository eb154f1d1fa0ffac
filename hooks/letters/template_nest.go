package letters

import "mdesa/hooks/fault"

// token is a leaf or a tag in the order of reading, before conditions are nested.
type token[T any] struct {
	leaf T
	tag  *tag // tagIf, tagElse or tagEnd
	at   place
}

var (
	errNotClosed = fault.New(fault.Invalid, "letter.if_not_closed",
		"{place}: syarat {{#if …}} dimulai di sini tetapi {{/if}}-nya tidak ada di bagian yang sama. Tulis keduanya dalam satu paragraf, atau masing-masing dalam paragraf (atau baris tabel) tersendiri.",
		"{place}: a condition {{#if …}} starts here, but its {{/if}} is not in the same part. Write both in one paragraph, or each in a paragraph (or table row) of its own.")
	errNotOpened = fault.New(fault.Invalid, "letter.if_not_opened",
		"{place}: {{/if}} atau {{#else}} ini tidak punya {{#if …}} di bagian yang sama.",
		"{place}: this {{/if}} or {{#else}} has no {{#if …}} in the same part.")
	errElseTwice = fault.New(fault.Invalid, "letter.else_twice",
		"{place}: satu syarat hanya boleh punya satu {{#else}}.",
		"{place}: a condition can have only one {{#else}}.")
	errNothingInside = fault.New(fault.Invalid, "letter.if_empty",
		"{place}: tidak ada apa-apa di antara {{#if …}} dan {{/if}} ini. Untuk baris tabel, tulis keduanya di dalam tabel.",
		"{place}: there is nothing between this {{#if …}} and its {{/if}}. For table rows, write both inside the table.")
)

// nester turns tokens into conditions around nodes.
type nester[T any] struct {
	p      *parser
	tokens []token[T]
	next   int
}

func nest[T any](p *parser, tokens []token[T]) []node[T] {
	n := &nester[T]{p: p, tokens: tokens}
	nodes, stop := n.run()
	for stop != nil { // a stray else or end: name it and go on, to show all problems at once
		p.add(errNotOpened, stop.at)
		var more []node[T]
		more, stop = n.run()
		nodes = append(nodes, more...)
	}
	return nodes
}

// run reads up to an else or end, which it returns, or to the end of all.
func (n *nester[T]) run() (nodes []node[T], stop *token[T]) {
	for n.next < len(n.tokens) {
		t := &n.tokens[n.next]
		n.next++
		switch {
		case t.tag == nil:
			nodes = append(nodes, node[T]{leaf: t.leaf})
		case t.tag.kind == tagIf:
			nodes = append(nodes, n.condition(t))
		default:
			return nodes, t
		}
	}
	return nodes, nil
}

func (n *nester[T]) condition(open *token[T]) node[T] {
	result := node[T]{when: open.tag.when}
	var stop *token[T]
	result.then, stop = n.run()
	if stop != nil && stop.tag.kind == tagElse {
		result.other, stop = n.run()
	}
	for stop != nil && stop.tag.kind == tagElse {
		n.p.add(errElseTwice, stop.at)
		_, stop = n.run()
	}
	if stop == nil {
		n.p.add(errNotClosed, open.at)
	} else if len(result.then)+len(result.other) == 0 {
		n.p.add(errNothingInside, open.at)
	}
	return result
}
