update record_layout set state = state || jsonb_build_object(
  'hiddenTabs', '["timeline", "history"]'::jsonb
    - array(select jsonb_array_elements_text(state->'tabs')),
  'conditions', '{}'::jsonb);
