package lifeevents

import (
	"errors"

	validation "github.com/pocketbase/ozzo-validation/v4"

	"mdesa/hooks/fault"
)

var (
	errMissing = fault.New(fault.Invalid, "event.missing",
		"Bagian ini perlu diisi.",
		"This is needed.")
	errNotRight = fault.New(fault.Invalid, "event.not_right",
		"Isian ini tidak dapat dipakai. Pilih dari daftar, atau tulis lebih pendek.",
		"This cannot be used. Choose from the list, or write less.")
)

// under moves the fields of a fault below a part of the form: "nik" of the
// second newcomer is "data.people.1.nik". What PocketBase's own validators say
// of the record becomes a fault too.
func under(part string, err error) error {
	var told *fault.Fault
	if errors.As(err, &told) {
		return below(part, told)
	}
	var unsound validation.Errors
	if !errors.As(err, &unsound) {
		return err
	}
	moved := errFields
	for field, wrong := range unsound {
		moved = moved.At(part+"."+field, reason(wrong))
	}
	return moved
}

func below(part string, told *fault.Fault) error {
	if len(told.Fields) == 0 {
		return errFields.At(part, told)
	}
	moved := errFields
	for field, about := range told.Fields {
		moved = moved.At(part+"."+field, about)
	}
	return moved
}

func reason(wrong error) *fault.Fault {
	var coded validation.Error
	if errors.As(wrong, &coded) && coded.Code() == "validation_required" {
		return errMissing
	}
	return errNotRight
}
