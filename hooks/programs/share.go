package programs

import "encoding/json"

// percentOf is a part of a whole in full percent, half up; nil of nothing. A
// hundredfold of [MaxAmount] fits into an int64.
func percentOf(part, whole int64) *int {
	if whole <= 0 {
		return nil
	}
	percent := int((part*200 + whole) / (2 * whole))
	return &percent
}

// listIn reads a list as the database keeps it: JSON, or one bare word.
func listIn(kept string) (list []string) {
	if kept == "" || json.Unmarshal([]byte(kept), &list) == nil {
		return list
	}
	return []string{kept}
}
