package screens

import "foot.example/words"

func show(w words.Words) []string {
	w.Text("foot.saved", "time", "14:02")
	const saved words.Key = "foot.as_constant"
	w.Text("alone")
	_ = Message{Key: "foot.in_field", Text: "plain"}
	_ = Key("foot.converted")
	_ = []Key{"in_list"}
	w.Text("foot.begins." + name)
	return []string{"foot.loose", "foot.json", "other.area", "No key."}
}
