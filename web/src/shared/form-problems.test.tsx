import { render, screen, waitFor } from "@testing-library/react";
import { Form, type FormInstance, Input } from "antd";
import { expect, test } from "vitest";
import { applyProblem } from "./form-problems";
import { Problem } from "./problem";

let form: FormInstance;

function NameForm() {
  [form] = Form.useForm();
  return (
    <Form form={form}>
      <Form.Item name="name" label="Name">
        <Input />
      </Form.Item>
      <Form.Item name={["choices", 1, "labels", "en"]} label="English">
        <Input />
      </Form.Item>
    </Form>
  );
}

function problem(field: string, message: string): Problem {
  return new Problem(422, {
    title: "Check the form",
    errors: [{ field, code: "taken", message }],
  });
}

test("an error of a field stands beside the field", async () => {
  render(<NameForm />);

  const others = applyProblem(form, problem("name", "This name is taken"), ["name"]);

  expect(others).toEqual([]);
  await waitFor(() => expect(screen.getByText("This name is taken")).toBeInTheDocument());
});

test("an error of a field that is not shown comes back as a sentence", () => {
  render(<NameForm />);

  expect(applyProblem(form, problem("code", "This code is taken"), ["name"])).toEqual([
    "code: This code is taken",
  ]);
});

test("a problem without fields comes back with its detail", () => {
  render(<NameForm />);
  const closed = new Problem(409, { title: "Closed", detail: "Reopen the order first." });

  expect(applyProblem(form, closed, ["name"])).toEqual(["Reopen the order first."]);
});

test("an error inside a part of the form stands beside that part", async () => {
  render(<NameForm />);

  const others = applyProblem(form, problem("choices[1].labels.en", "Give the English text"));

  expect(others).toEqual([]);
  await waitFor(() => expect(screen.getByText("Give the English text")).toBeInTheDocument());
});
