package definition

import (
	"bytes"
	"encoding/json"
	"io"

	"mdesa/hooks/fault"
)

var errNotJSON = fault.New(fault.Invalid, "definition.not_json",
	"Isi layanan ini bukan JSON yang benar: {reason}.",
	"This service is not valid JSON: {reason}.")

// Parse reads a definition from JSON. Names that the language does not know and
// values of the wrong shape are problems, each with its place; the definition
// is nil when there is any. What it says is checked by [Definition.Check].
func Parse(data []byte) (*Definition, []Problem) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var value any
	err := decoder.Decode(&value)
	if err == nil {
		if _, more := decoder.Token(); more != io.EOF {
			err = io.ErrUnexpectedEOF
		}
	}
	if err != nil {
		return nil, []Problem{{Fault: errNotJSON.With("reason", err).Because(err)}}
	}
	d := &Definition{}
	c := &checker{}
	c.read("", value, d)
	if len(c.problems) > 0 {
		return nil, c.problems
	}
	return d, nil
}

// FromFields reads a definition from a record of the `services` collection,
// whose fields have the same names: FromFields(record.Get). JSON fields are
// taken as raw bytes or as values.
func FromFields(get func(name string) any) (*Definition, []Problem) {
	fields := map[string]json.RawMessage{}
	for _, name := range fieldNames {
		data, err := json.Marshal(get(name))
		if err != nil {
			return nil, []Problem{{Place: name, Fault: errNotJSON.With("reason", err).Because(err)}}
		}
		// PocketBase keeps an empty JSON field as null, which means nothing was said.
		if !bytes.Equal(data, []byte("null")) && !bytes.Equal(data, []byte(`""`)) {
			fields[name] = data
		}
	}
	data, err := json.Marshal(fields)
	if err != nil {
		return nil, []Problem{{Fault: errNotJSON.With("reason", err).Because(err)}}
	}
	return Parse(data)
}
