package definition

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"sort"
	"strconv"
	"strings"

	"mdesa/hooks/fault"
)

var errShape = fault.New(fault.Invalid, "definition.shape",
	"{place}: seharusnya {wanted}, tetapi tertulis {value}.",
	"{place}: should be {wanted}, but reads {value}.")

// fieldNames are the JSON names of a definition's fields, in their order.
var fieldNames = jsonNames(reflect.TypeFor[Definition]())

func jsonNames(of reflect.Type) []string {
	names := make([]string, of.NumField())
	for i := range names {
		names[i], _, _ = strings.Cut(of.Field(i).Tag.Get("json"), ",")
	}
	return names
}

// read fills target, a pointer, from a decoded JSON value and notes what does
// not fit. encoding/json would stop at the first fault and not say where.
func (c *checker) read(place string, value any, target any) {
	c.fill(place, value, reflect.ValueOf(target).Elem())
}

func (c *checker) fill(place string, value any, target reflect.Value) {
	if value == nil {
		return // null says nothing, like a name left out
	}
	switch target.Kind() {
	case reflect.Pointer:
		target.Set(reflect.New(target.Type().Elem()))
		c.fill(place, value, target.Elem())
	case reflect.Struct:
		c.fillStruct(place, value, target)
	case reflect.Slice:
		c.fillSlice(place, value, target)
	case reflect.Map:
		c.fillMap(place, value, target)
	default:
		c.fillPlain(place, value, target)
	}
}

func (c *checker) fillStruct(place string, value any, target reflect.Value) {
	object, ok := value.(map[string]any)
	if !ok {
		c.wrongShape(place, value, "sebuah objek {…}", "an object {…}")
		return
	}
	names := jsonNames(target.Type())
	for i, name := range names {
		if inner, said := object[name]; said {
			c.fill(at(place, name), inner, target.Field(i))
		}
		delete(object, name)
	}
	for _, name := range sortedKeys(object) {
		c.unknown(at(place, name), name, names)
	}
}

func (c *checker) fillSlice(place string, value any, target reflect.Value) {
	list, ok := value.([]any)
	if !ok {
		c.wrongShape(place, value, "sebuah daftar […]", "a list […]")
		return
	}
	target.Set(reflect.MakeSlice(target.Type(), len(list), len(list)))
	for i, inner := range list {
		c.fill(nth(place, i), inner, target.Index(i))
	}
}

// fillMap knows maps of texts only; a definition has no others.
func (c *checker) fillMap(place string, value any, target reflect.Value) {
	object, ok := value.(map[string]any)
	if !ok {
		c.wrongShape(place, value, "sebuah objek {…}", "an object {…}")
		return
	}
	texts := map[string]string{}
	for _, name := range sortedKeys(object) {
		text := ""
		c.fill(at(place, name), object[name], reflect.ValueOf(&text).Elem())
		texts[name] = text
	}
	target.Set(reflect.ValueOf(texts))
}

func (c *checker) fillPlain(place string, value any, target reflect.Value) {
	switch target.Kind() {
	case reflect.String:
		if text, ok := value.(string); ok {
			target.SetString(text)
			return
		}
		c.wrongShape(place, value, "teks dalam tanda kutip", "a text in quotes")
	case reflect.Bool:
		if flag, ok := value.(bool); ok {
			target.SetBool(flag)
			return
		}
		c.wrongShape(place, value, "true atau false", "true or false")
	case reflect.Int:
		if n, ok := wholeNumber(value); ok {
			target.SetInt(n)
			return
		}
		c.wrongShape(place, value, "bilangan bulat", "a whole number")
	case reflect.Float64:
		if n, err := strconv.ParseFloat(fmt.Sprint(value), 64); err == nil && isNumber(value) {
			target.SetFloat(n)
			return
		}
		c.wrongShape(place, value, "sebuah angka", "a number")
	}
}

func isNumber(value any) bool { _, ok := value.(json.Number); return ok }

// wholeNumber also takes "3.0" and "1e3", which other programs write for whole numbers.
func wholeNumber(value any) (int64, bool) {
	n, ok := value.(json.Number)
	if !ok {
		return 0, false
	}
	f, err := n.Float64()
	if err != nil || f != math.Trunc(f) || math.Abs(f) > 1e12 {
		return 0, false
	}
	return int64(f), true
}

func (c *checker) wrongShape(place string, value any, wantedID, wantedEN string) {
	written, _ := json.Marshal(value) // it came out of JSON
	if len(written) > 60 {
		written = append([]byte(strings.ToValidUTF8(string(written[:60]), "")), "…"...)
	}
	c.add(place, errShape.WithText("wanted", wantedID, wantedEN).With("value", string(written)))
}

func at(place, name string) string {
	if place == "" {
		return name
	}
	return place + "." + name
}

func nth(place string, i int) string { return fmt.Sprintf("%s[%d]", place, i) }

func sortedKeys(object map[string]any) []string {
	names := make([]string, 0, len(object))
	for name := range object {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}
