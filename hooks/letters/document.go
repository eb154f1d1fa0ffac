package letters

// Document is the body of a letter after its template was filled: only text and
// structure, nothing that could still become markup. It is what is drawn, and
// what the letter's record keeps.
type Document struct {
	Blocks []Block `json:"blocks"`
	// Missing are the placeholders that had no value and read "-", in order.
	Missing []string `json:"missing,omitempty"`
}

// BlockKind says which of a block's fields are filled.
type BlockKind string

const (
	Paragraph BlockKind = "paragraph" // Runs
	Heading   BlockKind = "heading"   // Runs; stays with the block after it
	List      BlockKind = "list"      // Items, Marker
	Labels    BlockKind = "labels"    // Labels: name | value, with a colon between
	Grid      BlockKind = "grid"      // Table: ruled, with a heading row
	PageBreak BlockKind = "break"
)

// Align is the alignment of a paragraph; the zero value is justified.
type Align string

const (
	Justify Align = ""
	Left    Align = "left"
	Center  Align = "center"
	Right   Align = "right"
)

// Marker is what stands before the items of a list.
type Marker string

const (
	Bullet     Marker = "bullet"
	Decimal    Marker = "decimal"
	LowerAlpha Marker = "lower-alpha"
	UpperAlpha Marker = "upper-alpha"
	LowerRoman Marker = "lower-roman"
	UpperRoman Marker = "upper-roman"
)

// Block is one thing in the flow of a letter.
type Block struct {
	Kind   BlockKind  `json:"kind"`
	Align  Align      `json:"align,omitempty"`
	Indent int        `json:"indent,omitempty"` // steps from the left, as the editor counts them
	Runs   []Run      `json:"runs,omitempty"`
	Marker Marker     `json:"marker,omitempty"`
	Items  [][]Block  `json:"items,omitempty"`
	Labels []LabelRow `json:"labels,omitempty"`
	Table  *Table     `json:"table,omitempty"`
}

// Run is text in one style. A run that breaks the line has no text.
type Run struct {
	Text      string `json:"text,omitempty"`
	Bold      bool   `json:"bold,omitempty"`
	Italic    bool   `json:"italic,omitempty"`
	Underline bool   `json:"underline,omitempty"`
	Break     bool   `json:"break,omitempty"`
}

// LabelRow is a row of a label table: "Nama : Budi Santoso".
type LabelRow struct {
	Label []Run `json:"label"`
	Value []Run `json:"value"`
}

// Table is what was answered in rows, with the columns' labels above.
type Table struct {
	Columns []Column   `json:"columns"`
	Rows    [][]string `json:"rows"`
}

// Column is the head of a table's column. Numbers stand at the right.
type Column struct {
	Label string `json:"label"`
	Right bool   `json:"right,omitempty"`
}

// walk visits every piece of text in the document with the place it stands at.
func (d Document) walk(visit func(text string)) { walkBlocks(d.Blocks, visit) }

func walkBlocks(blocks []Block, visit func(string)) {
	for _, block := range blocks {
		visitRuns(block.Runs, visit)
		for _, item := range block.Items {
			walkBlocks(item, visit)
		}
		for _, row := range block.Labels {
			visitRuns(row.Label, visit)
			visitRuns(row.Value, visit)
		}
		if block.Table != nil {
			for _, column := range block.Table.Columns {
				visit(column.Label)
			}
			for _, row := range block.Table.Rows {
				for _, cell := range row {
					visit(cell)
				}
			}
		}
	}
}

func visitRuns(runs []Run, visit func(string)) {
	for _, run := range runs {
		visit(run.Text)
	}
}
