package ledger

// Seal is seal, for the outside tests.
func Seal(previous, month string, opening, closing map[string]Count) string {
	return seal(previous, month, opening, closing)
}
