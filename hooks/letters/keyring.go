package letters

import (
	"encoding/base64"
	"net/http"
	"os"
	"path/filepath"
	"sync"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
)

// KeysEnv names the environment variable for another place of the office's
// keys than the folder "keys" in the data folder.
const KeysEnv = "MDESA_KEYS"

// keyring opens the keys once for an app.
type keyring struct {
	once sync.Once
	keys *Keys
	err  error
}

func keysOf(app core.App) (*Keys, error) {
	ring := app.Store().GetOrSet("letters.keys", func() any { return new(keyring) }).(*keyring)
	ring.once.Do(func() {
		dir := os.Getenv(KeysEnv)
		if dir == "" {
			dir = filepath.Join(app.DataDir(), "keys")
		}
		name := "M-Desa"
		if current, err := office.Current(app); err == nil {
			name = officeOf(current).Area()
		}
		ring.keys, ring.err = OpenKeys(dir, name)
	})
	return ring.keys, ring.err
}

// publicKeys lets a page check QR codes by itself, also without network.
func publicKeys(e *core.RequestEvent) error {
	keys, err := keysOf(e.App)
	if err != nil {
		return err
	}
	current, err := office.Current(e.App)
	if err != nil {
		return err
	}
	public := keys.QRKey()
	return e.JSON(http.StatusOK, map[string]any{
		"office": officeOf(current).Area(),
		"keys": []any{map[string]string{
			"id": KeyID(public), "public": base64.RawURLEncoding.EncodeToString(public),
		}},
	})
}
