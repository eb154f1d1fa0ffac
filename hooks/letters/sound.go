package letters

import (
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
)

// checkTemplate refuses a letter service whose text or number cannot work, when
// it is saved and not when the first resident is waiting.
func checkTemplate(e *core.RecordEvent) error {
	if e.Record.GetString("kind") != definition.Letter {
		return e.Next()
	}
	def, problems := definition.FromFields(e.Record.Get)
	if len(problems) > 0 {
		return e.Next() // the catalogue itself says what is wrong with the rest
	}
	if err := CheckPattern(def.NumberPattern); err != nil {
		return at("number_pattern", err)
	}
	_, faulty := Parse(def.Template, NamesOf(*def))
	if refusal := Refusal("template", faulty); refusal != nil {
		return refusal
	}
	return e.Next()
}
