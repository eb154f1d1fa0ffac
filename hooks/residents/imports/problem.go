package imports

import "mdesa/hooks/fault"

// Problem is something that is not right in one cell, or with a whole row.
type Problem struct {
	Sheet      string
	Row        int    // as the spreadsheet counts
	Place      int    // of the cell in the row, from 0; -1: the whole row
	Column     Column // or none
	Value      string // as it stands in the file
	Reason     *fault.Fault
	Suggestion string // what may be meant; may be empty
	Warning    bool   // the row is imported all the same
}
