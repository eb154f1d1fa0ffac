package definition

// Field is the question with a key, or nil.
func (d *Definition) Field(key string) *Field {
	for i := range d.Form {
		if field := find(d.Form[i].Fields, key); field != nil {
			return field
		}
	}
	return nil
}

// StepAt is the step with an index, or nil when the way ends before it.
func (d *Definition) StepAt(i int) *Step {
	if i < 0 || i >= len(d.Steps) {
		return nil
	}
	return &d.Steps[i]
}

// Text picks one of two languages; an empty English text falls back to the Indonesian one.
func Text(id, en, lang string) string {
	if lang == "en" && en != "" {
		return en
	}
	return id
}
