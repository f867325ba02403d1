import { png, wav } from "./samples.ts";
import { defineTool, text } from "./tool.ts";

export const contentTools = [
  defineTool({
    name: "test_simple_text",
    description: "Returns one text.",
    run: () => text("This is a simple text response for testing."),
  }),
  defineTool({
    name: "test_image_content",
    description: "Returns one image.",
    run: () => ({ content: [{ type: "image", ...png }] }),
  }),
  defineTool({
    name: "test_audio_content",
    description: "Returns one sound.",
    run: () => ({ content: [{ type: "audio", ...wav }] }),
  }),
  defineTool({
    name: "test_embedded_resource",
    description: "Returns a resource, contents and all.",
    run: () => ({
      content: [
        {
          type: "resource",
          resource: {
            uri: "test://embedded-resource",
            mimeType: "text/plain",
            text: "This is an embedded resource content.",
          },
        },
      ],
    }),
  }),
  defineTool({
    name: "test_multiple_content_types",
    description: "Returns a text, an image and a resource.",
    run: () => ({
      content: [
        { type: "text", text: "Multiple content types test:" },
        { type: "image", ...png },
        {
          type: "resource",
          resource: {
            uri: "test://mixed-content-resource",
            mimeType: "application/json",
            text: JSON.stringify({ test: "data", value: 123 }),
          },
        },
      ],
    }),
  }),
  defineTool({
    name: "test_error_handling",
    description: "Always fails.",
    run: () => {
      throw new Error("This tool intentionally returns an error for testing");
    },
  }),
];
