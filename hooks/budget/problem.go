package budget

import "mdesa/hooks/fault"

// Problem is something about a row that a person should know. An error keeps the
// file out, a warning does not.
type Problem struct {
	Row        int    // 0: about the whole file
	Column     string // its letter, or empty
	Name       string // of the line
	Value      string // what the cell says
	Suggestion string // a value that would be right, where one is known
	Reason     *fault.Fault
	Warning    bool
}

// Told is a [Problem] in words, as the page shows it.
type Told struct {
	Row        int    `json:"row"`
	Column     string `json:"column"`
	Name       string `json:"name"`
	Value      string `json:"value"`
	Key        string `json:"key"`
	Text       string `json:"text"`
	TextEN     string `json:"text_en"`
	Suggestion string `json:"suggestion"`
	Level      string `json:"level"` // error or warning
}

const longestValue = 120 // letters of a cell that are told

func (p Problem) told() Told {
	told := Told{Row: p.Row, Column: p.Column, Name: p.Name, Value: p.Value, Suggestion: p.Suggestion,
		Key: p.Reason.Key, Text: p.Reason.In("id"), TextEN: p.Reason.In("en"), Level: "error"}
	if letters := []rune(told.Value); len(letters) > longestValue {
		told.Value = string(letters[:longestValue]) + "…"
	}
	if p.Warning {
		told.Level = "warning"
	}
	return told
}
