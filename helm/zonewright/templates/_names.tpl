{{- define "zonewright.name" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name }}{{ else }}{{ .Release.Name }}-{{ .Chart.Name }}{{ end }}
{{- end }}

{{- /* Objects without a namespace need a name that no release of another namespace has. */ -}}
{{- define "zonewright.clusterName" -}}
{{- if eq .Release.Namespace (include "zonewright.name" .) }}{{ .Release.Namespace }}{{ else }}{{ .Release.Namespace }}-{{ include "zonewright.name" . }}{{ end }}
{{- end }}

{{- define "zonewright.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "zonewright.labels" -}}
{{ include "zonewright.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
{{- end }}

{{- define "zonewright.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}
